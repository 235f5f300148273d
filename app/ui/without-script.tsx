import { type ReactNode, useEffect, useRef } from "react";

/**
 * Shown where no script has begun after six seconds: also where the browser
 * would run one and it did not come, of which `noscript` knows nothing. Shown
 * sooner it would go again under the hand of whoever presses what stands below.
 */
export function WithoutScript({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) box.current.hidden = true;
  }, []);
  return (
    <div ref={box} className="heard-without-script">
      {children}
    </div>
  );
}
