import { step } from '../core/study/review.ts';
import { AnsweredActions } from './parts/card/answered-actions.tsx';
import { CardMargins } from './parts/card/card-margins.tsx';
import { CardTools, Overrule } from './parts/card/card-tools.tsx';
import { CardTroubleView } from './parts/card/card-trouble.tsx';
import { LeechOffer } from './parts/card/leech-offer.tsx';
import { ElsewhereNotice, LeftNotice } from './parts/card/session-notices.tsx';
import { ExamNotice } from './parts/exam/exam-notice.tsx';
import { UpdateNotice } from './parts/frame/update-notice.tsx';
import { BackToCard } from './parts/reading/back-to-card.tsx';
import { ClockNotice } from './parts/record/clock-notice.tsx';
import { RecoveryNotice } from './parts/record/recovery-notice.tsx';
import { SetupOffer } from './parts/today/setup-offer.tsx';
import { Summary } from './screens/summary.tsx';
import { startMeasuring } from './store/measuring/start-measuring.ts';
import { planOf } from './store/plan-store.ts';
import { startDesk } from './store/record/start-desk.ts';
import { readKeptSession } from './store/session/read-session-mark.ts';

/**
 * What a first card does not wait for until its verdict: how a run goes on, the record, and the parts that stand beside
 * a card or after it. Load lazily, in one piece: see `LaterStore`.
 */
export const later = {
  startDesk,
  step,
  readKeptSession,
  planOf,
  startMeasuring,
  AnsweredActions,
  CardMargins,
  CardTools,
  CardTroubleView,
  LeechOffer,
  Overrule,
  ElsewhereNotice,
  LeftNotice,
  UpdateNotice,
  ExamNotice,
  BackToCard,
  ClockNotice,
  RecoveryNotice,
  SetupOffer,
  Summary,
} as const;

export type Later = typeof later;
