import type { MouseEvent, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLater } from '../../store/stores.tsx';
import { Icon, type IconName } from './icon.tsx';
import { forTyping, returnToSearchField } from './search-field.ts';

/**
 * The frame of every screen: skip link, name, navigation, search, settings, and Help last. A session hides
 * the navigation and brings its own bar (Exit, progress, Undo), so that nothing invites to wander off. A new version
 * is offered above the screen.
 */
export function Shell({ session, children }: { readonly session?: boolean; readonly children: ReactNode }): ReactNode {
  const code = useLater();
  return (
    <div className={session ? 'shell shell-session' : 'shell'}>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      {session ? null : (
        <>
          <TopBar />
          <Navigation />
        </>
      )}
      <main id="main" tabIndex={-1}>
        {code === null ? null : <code.UpdateNotice />}
        {children}
      </main>
    </div>
  );
}

function TopBar(): ReactNode {
  return (
    <header className="top-bar">
      <Link href="/" className="brand">
        Sveska
      </Link>
      <div className="top-links">
        <TopLink href="/search" icon="search" word="Search" state={forTyping} onClick={searchAgain} />
        <TopLink href="/settings" icon="settings" word="Settings" />
        <TopLink href="/help" icon="help" word="Help" />
      </div>
    </header>
  );
}

/** Help is the last thing of the bar on every screen, sessions included. */
export function HelpLink(): ReactNode {
  return <TopLink href="/help" icon="help" word="Help" />;
}

/** A press that asks for another tab or window is the browser's. */
function searchAgain(event: MouseEvent): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (isPlain && returnToSearchField()) event.preventDefault();
}

function TopLink({ href, icon, word, ...more }: TopLinkProps): ReactNode {
  const [path] = useLocation();
  return (
    <Link href={href} className="top-link" aria-current={path === href ? 'page' : undefined} {...more}>
      <Icon name={icon} /> {word}
    </Link>
  );
}

interface NavigationItem {
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
}

interface TopLinkProps extends NavigationItem {
  /** Goes into the entry of the browser's history. */
  readonly state?: unknown;
  readonly onClick?: (event: MouseEvent) => void;
}

const places: readonly NavigationItem[] = [
  { href: '/', icon: 'today', word: 'Today' },
  { href: '/notes', icon: 'notes', word: 'Notes' },
  { href: '/review', icon: 'review', word: 'Review' },
];

function Navigation(): ReactNode {
  const [path] = useLocation();
  return (
    <nav className="navigation" aria-label="Main">
      {places.map(({ href, icon, word }) => (
        <Link key={href} href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
          <Icon name={icon} /> <span>{word}</span>
        </Link>
      ))}
    </nav>
  );
}

function isHere(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path.startsWith(href);
}
