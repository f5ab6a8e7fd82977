import { isValidElement, type ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { markCallouts } from './callout-markdown.ts';
import { CodeBlock } from './code-block.tsx';
import { Callout, type CalloutKind, RichCheckbox, RichImage, RichLink, RichTable } from './rich-elements.tsx';

/**
 * Markdown that is written or opened at run time: the learner's own notes, packs from a file. Raw HTML is
 * shown as nothing, every link and image goes through the same elements as compiled text. Load lazily.
 */
export function RuntimeMarkdown({ text }: { readonly text: string }): ReactNode {
  return (
    <Markdown
      skipHtml
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeSanitize, markCallouts]}
      components={components}
    >
      {text}
    </Markdown>
  );
}

const components: Components = {
  a: ({ href, children }) => <RichLink href={href}>{children}</RichLink>,
  img: ({ src, alt, title }) => <RichImage src={typeof src === 'string' ? src : undefined} alt={alt} title={title} />,
  table: ({ children }) => <RichTable>{children}</RichTable>,
  th: ({ children }) => (children === undefined ? <td /> : <th>{children}</th>),
  input: ({ checked }) => <RichCheckbox checked={checked} />,
  pre: ({ children }) => <CodeBlock lang={languageOf(children)}>{children}</CodeBlock>,
  code: ({ children }) => <code>{children}</code>,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  blockquote: ({ node, children }) => {
    const kind = node?.properties.callout;
    if (typeof kind !== 'string') return <blockquote>{children}</blockquote>;
    return <Callout kind={kind as CalloutKind}>{children}</Callout>;
  },
};

function languageOf(children: ReactNode): string | undefined {
  if (!isValidElement<{ className?: string }>(children)) return undefined;
  return /language-(\w+)/.exec(children.props.className ?? '')?.[1];
}
