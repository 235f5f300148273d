import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const betweenMilliseconds = 2_000;

/** Asks for the page's data again every two seconds while something is under way, and while somebody looks. */
export function useFreshness(isUnderWay: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle")
        revalidate();
    }, betweenMilliseconds);
    return () => clearInterval(timer);
  }, [isUnderWay, revalidate, state]);
}
