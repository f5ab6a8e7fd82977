import type { ReactNode, RefObject } from 'react';
import { useRef } from 'react';
import { copyText } from '../frame/copy-text.ts';
import { Icon } from '../frame/icon.tsx';

const languageNames: Readonly<Record<string, string>> = {
  sh: 'Shell',
  ini: 'Configuration',
  json: 'JSON',
  yaml: 'YAML',
  dockerfile: 'Dockerfile',
  text: 'Text',
};

/**
 * Code with its language and a copy button. Lines of a command break; those of other code, whose shape says
 * something, scroll inside a region that takes the focus.
 */
export function CodeBlock({
  lang,
  children,
}: {
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const code = useRef<HTMLPreElement>(null);
  const language = languageNames[lang ?? 'text'] ?? 'Code';
  return (
    <div className="code-block">
      <div className="code-bar">
        <span>{language}</span>
        <button type="button" className="button-quiet" onClick={() => copyCode(code)}>
          <Icon name="copy" /> Copy
        </button>
      </div>
      {lang === 'sh' ? (
        <div className="code-wrap" dir="ltr">
          <pre ref={code}>{children}</pre>
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a landmark for each example would drown those of the page
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div role="group" className="code-scroll" aria-label={`${language} example`} tabIndex={0} data-2d dir="ltr">
          <pre ref={code}>{children}</pre>
        </div>
      )}
    </div>
  );
}

function copyCode(code: RefObject<HTMLPreElement | null>): void {
  void copyText(code.current?.textContent ?? '');
}
