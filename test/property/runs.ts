import fc from 'fast-check';

/** How often to try a property that needs more than the usual number of inputs to be worth much. */
export const atLeast = (runs: number) => Math.max(runs, fc.readConfigureGlobal().numRuns ?? 0);
