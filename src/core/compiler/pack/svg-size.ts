import { limits } from '../limits.ts';

interface Shape {
  readonly children: Shape[];
  /** Ids that it draws again: by `href`, or as its fill, mask, filter. */
  readonly uses: readonly string[];
  /** Elements that are drawn for it; null while that is being counted. */
  size: number | null | undefined;
}

const tagPattern = /<(\/?)[\w:.-]+((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/**
 * Why a picture draws too much, or null. A small file draws millions of shapes when each of its groups uses the one
 * before a few times. `text` must have passed `svgProblem`.
 */
export function svgSizeProblem(text: string): string | null {
  const shapes = new Map<string, Shape>();
  const root: Shape = { children: [], uses: [], size: undefined };
  const open = [root];
  for (const [, slash, attributes = ''] of text.matchAll(tagPattern)) {
    if (slash !== '') open.length = Math.max(1, open.length - 1);
    else {
      const shape = readShape(attributes, shapes);
      open.at(-1)?.children.push(shape);
      if (!attributes.endsWith('/')) open.push(shape);
    }
    if (open.length > limits.svgNesting) return 'Too many elements of the svg file stand inside each other.';
  }
  const drawn = sizeOf(root, shapes, 0);
  return drawn <= limits.svgElements ? null : `The svg file draws more than ${limits.svgElements} elements.`;
}

function readShape(attributes: string, shapes: Map<string, Shape>): Shape {
  const uses = Array.from(attributes.matchAll(/(?:href\s*=\s*["']#|url\(\s*["']?#)([^"')]*)/g), ([, id = '']) => id);
  const shape: Shape = { children: [], uses, size: undefined };
  const id = /(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  if (id !== null) shapes.set(id[1] ?? id[2] ?? '', shape);
  return shape;
}

/** Infinite for what uses itself and for uses of uses that go on too long. */
function sizeOf(shape: Shape, shapes: ReadonlyMap<string, Shape>, depth: number): number {
  if (shape.size === null || depth > limits.svgNesting * 8) return Number.POSITIVE_INFINITY;
  if (shape.size !== undefined) return shape.size;
  shape.size = null;
  let size = 1;
  for (const child of shape.children) size += sizeOf(child, shapes, depth + 1);
  for (const id of shape.uses) {
    const used = shapes.get(id);
    if (used !== undefined) size += sizeOf(used, shapes, depth + 1);
  }
  shape.size = size;
  return size;
}
