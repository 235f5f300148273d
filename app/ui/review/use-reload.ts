import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMilliseconds = 2_000;

/** Asks for the page's numbers again while something is at work and somebody is looking. */
export function useReload(isRunning: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
}
