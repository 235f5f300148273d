import { type ReactNode, useSyncExternalStore } from "react";

/**
 * Shown until a script runs: also where the browser would run one and it did not
 * come, of which `noscript` knows nothing.
 */
export function WithoutScript({ children }: { children: ReactNode }) {
  const runs = useSyncExternalStore(neverChanges, inBrowser, onServer);
  return runs ? null : <>{children}</>;
}

const neverChanges = () => () => {};
const inBrowser = () => true;
const onServer = () => false;
