declare module 'commonmark' {
  export interface CommonMarkNode {
    readonly type: string;
  }
  export class Parser {
    parse(text: string): CommonMarkNode;
  }
  export class HtmlRenderer {
    render(node: CommonMarkNode): string;
  }
}
