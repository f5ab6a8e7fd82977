import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { readLabPath } from '../core/ecs/labs/lab-path.ts';
import { readNotePath, readQuestionPath } from '../core/model/address.ts';
import { applyAppearance } from './parts/frame/apply-appearance.ts';
import { Loading } from './parts/frame/loading.tsx';
import { noteMove } from './parts/frame/screen-heading.tsx';
import { Shell } from './parts/frame/shell.tsx';
import { useDocumentKeys } from './parts/frame/use-document-keys.ts';
import { LeaveGuard } from './parts/record/save-state.tsx';
import { Today } from './screens/today.tsx';
import { type Stores, StoresProvider, useLater } from './store/stores.tsx';
import { isSessionPath } from './store/trail.ts';

const Review = lazy(() => import('./screens/review.tsx').then((screen) => ({ default: screen.Review })));
const OneQuestion = lazy(() =>
  import('./screens/one-question.tsx').then((screen) => ({ default: screen.OneQuestion })),
);
const PracticeCards = lazy(() =>
  import('./screens/practice-cards.tsx').then((screen) => ({ default: screen.PracticeCards })),
);
const Notes = lazy(() => import('./screens/notes.tsx').then((screen) => ({ default: screen.Notes })));
const Note = lazy(() => import('./screens/note.tsx').then((screen) => ({ default: screen.Note })));
const Questions = lazy(() => import('./screens/questions.tsx').then((screen) => ({ default: screen.Questions })));
const Exam = lazy(() => import('./screens/exam.tsx').then((screen) => ({ default: screen.Exam })));
const ExamSitting = lazy(() =>
  import('./screens/exam-sitting.tsx').then((screen) => ({ default: screen.ExamSitting })),
);
const Plan = lazy(() => import('./screens/plan.tsx').then((screen) => ({ default: screen.Plan })));
const Progress = lazy(() => import('./screens/progress.tsx').then((screen) => ({ default: screen.Progress })));
const Labs = lazy(() => import('./screens/labs.tsx').then((screen) => ({ default: screen.Labs })));
const LabScreen = lazy(() => import('./screens/lab.tsx').then((screen) => ({ default: screen.LabScreen })));
const Search = lazy(() => import('./screens/search.tsx').then((screen) => ({ default: screen.Search })));
const Settings = lazy(() => import('./screens/settings.tsx').then((screen) => ({ default: screen.Settings })));
const Marked = lazy(() => import('./screens/marked.tsx').then((screen) => ({ default: screen.Marked })));
const Help = lazy(() => import('./screens/help.tsx').then((screen) => ({ default: screen.Help })));
const KeyboardHelp = lazy(() =>
  import('./screens/keyboard-help.tsx').then((screen) => ({ default: screen.KeyboardHelp })),
);
const NotFound = lazy(() => import('./screens/not-found.tsx').then((screen) => ({ default: screen.NotFound })));

/** The app over its stores. Only Today is loaded at once: it holds the first card. */
export function App({ stores }: { readonly stores: Stores }): ReactNode {
  useEffect(() => void stores.record.getState().open(), [stores]);
  useEffect(() => onWake(() => stores.record.getState().checkClock()), [stores]);
  useEffect(() => stores.trail.follow(), [stores]);
  const settings = useStore(stores.record, (state) => state.settings);
  useEffect(() => applyAppearance(settings), [settings]);
  return (
    <StoresProvider stores={stores}>
      <Keys />
      <LeaveGuard />
      <Screens />
    </StoresProvider>
  );
}

/** Whenever the tab is looked at again: its clock may have been set, or a day begun. Returns what ends it. */
function onWake(act: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') act();
  };
  document.addEventListener('visibilitychange', whenVisible);
  addEventListener('focus', act);
  return () => {
    document.removeEventListener('visibilitychange', whenVisible);
    removeEventListener('focus', act);
  };
}

function Keys(): ReactNode {
  useDocumentKeys();
  return null;
}

/** Notes that another screen is shown, above it and so before its heading asks: the one that is left may not have come. */
function Moves({ path }: { readonly path: string }): ReactNode {
  const first = useRef(path);
  useLayoutEffect(() => {
    if (path !== first.current) noteMove();
  }, [path]);
  return null;
}

function Screens(): ReactNode {
  const [path] = useLocation();
  const code = useLater();
  const note = readNotePath(path);
  const question = readQuestionPath(path);
  const lab = readLabPath(path);
  return (
    <Shell session={isSessionPath(path)}>
      <Moves path={path} />
      {code !== null && (path.startsWith('/notes') || path.startsWith('/help')) ? <code.BackToCard /> : null}
      {/* Keyed: a screen that is left while the next one loads must not come back as if it had never gone. */}
      <Suspense key={path} fallback={<Loading what="the page" />}>
        <Switch>
          <Route path="/" component={Today} />
          <Route path="/review" component={Review} />
          <Route path="/practice" component={PracticeCards} />
          <Route path="/notes" component={Notes} />
          {note === null ? null : (
            <Route path="/notes/*">
              <Note key={path} address={note} />
            </Route>
          )}
          {question === null ? null : (
            <Route path="/q/*">
              <OneQuestion id={question} />
            </Route>
          )}
          <Route path="/questions" component={Questions} />
          <Route path="/exam" component={Exam} />
          <Route path="/exam/*" component={ExamSitting} />
          <Route path="/plan" component={Plan} />
          <Route path="/stats" component={Progress} />
          <Route path="/labs" component={Labs} />
          {lab === null ? null : (
            <Route path="/labs/*">
              <LabScreen key={path} name={lab} />
            </Route>
          )}
          <Route path="/search" component={Search} />
          <Route path="/marked" component={Marked} />
          <Route path="/settings" component={Settings} />
          <Route path="/help" component={Help} />
          <Route path="/help/keyboard" component={KeyboardHelp} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
