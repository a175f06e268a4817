/** Runs the build unless `dist` was built from the present sources. */
export function ensureBuilt(): Promise<void>;
