import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** Whether the page's script has begun: what needs it is drawn from then on. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
