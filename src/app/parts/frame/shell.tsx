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
      {session ? null : <TopBar />}
      <main id="main" tabIndex={-1}>
        {code === null ? null : <code.UpdateNotice />}
        {code === null || session ? null : <code.ExamNotice />}
        {children}
      </main>
    </div>
  );
}

function TopBar(): ReactNode {
  return (
    <header className="top-bar">
      <Link href="/" className="brand">
        <BrandMark /> Sveska
      </Link>
      <Navigation />
      <div className="top-links">
        <TopLink href="/search" icon="search" word="Search" state={forTyping} onClick={searchAgain} />
        <TopLink href="/settings" icon="settings" word="Settings" />
        <TopLink href="/help" icon="help" word="Help" />
      </div>
    </header>
  );
}

/** A squared notebook with a tick. */
function BrandMark(): ReactNode {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <rect x="4" y="2.5" width="25" height="27" rx="2.5" stroke="currentColor" strokeWidth="2" />
      <path className="brand-margin" d="M10 2.5v27" strokeWidth="1.75" />
      <path className="brand-squares" d="M14 9.5h11M14 16h11M14 22.5h11M17 6v20M23.5 6v20" />
      <path
        className="brand-tick"
        d="m14.5 17 4 5.5 8-13"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
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
  /** Not among the places of a phone. */
  readonly isWide?: boolean;
}

interface TopLinkProps extends NavigationItem {
  /** Goes into the entry of the browser's history. */
  readonly state?: unknown;
  readonly onClick?: (event: MouseEvent) => void;
}

const places: readonly NavigationItem[] = [
  { href: '/', icon: 'today', word: 'Today' },
  { href: '/notes', icon: 'notes', word: 'Notes' },
  { href: '/questions', icon: 'questions', word: 'Questions' },
  { href: '/exam', icon: 'sheet', word: 'Exam' },
  { href: '/review', icon: 'review', word: 'Review' },
  // On phones there is no room for more than five; Notes and Today lead there.
  { href: '/labs', icon: 'lab', word: 'Labs', isWide: true },
  { href: '/stats', icon: 'progress', word: 'Progress', isWide: true },
];

function Navigation(): ReactNode {
  const [path] = useLocation();
  return (
    <nav className="navigation" aria-label="Main">
      {places.map(({ href, icon, word, isWide }) => (
        <Link
          key={href}
          href={href}
          className={isWide ? 'wide-only' : undefined}
          aria-current={isHere(path, href) ? 'page' : undefined}
        >
          <Icon name={icon} /> <span>{word}</span>
        </Link>
      ))}
    </nav>
  );
}

function isHere(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path.startsWith(href);
}
