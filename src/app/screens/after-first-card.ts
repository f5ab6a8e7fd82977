import { SetupOffer } from '../parts/today/setup-offer.tsx';
import { planOf } from '../store/plan-store.ts';
import { Summary } from './summary.tsx';

/** What a first visit needs from its second card on. Load lazily: the first one does not wait for it. */
export const afterFirstCard = { SetupOffer, Summary, planOf } as const;
