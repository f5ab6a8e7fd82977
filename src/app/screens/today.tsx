import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useNextSession } from '../parts/today/use-next-session.ts';
import { startsWithCard } from '../store/first-visit.ts';
import { useRecord, useStores } from '../store/stores.tsx';
import { FirstVisit } from './first-visit.tsx';

const TodayOverview = lazy(() => import('./today-overview.tsx').then((screen) => ({ default: screen.TodayOverview })));

/** The home page: a card for who has never answered one, and today's set for everybody else. */
export function Today(): ReactNode {
  const stores = useStores();
  useNextSession();
  useStore(stores.session);
  useRecord((state) => state.opening);
  return startsWithCard(stores) ? <FirstVisit /> : <TodayOverview />;
}
