import { type ReactNode, useEffect, useState } from "react";

/**
 * Shown until a script runs: also where the browser would run one and it did not
 * come, of which `noscript` knows nothing.
 */
export function WithoutScript({ children }: { children: ReactNode }) {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return runs ? null : <>{children}</>;
}
