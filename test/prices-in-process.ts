import { adviseOn, findPrices, type PriceFinder } from '../src/core/scheduler/plan/for-exam/find-prices.ts';

/** Finds prices where it is called: a test needs no worker. */
export const pricesInProcess: PriceFinder = {
  find: async (days, known) => findPrices(days, known),
  advise: async (days) => adviseOn(days),
};
