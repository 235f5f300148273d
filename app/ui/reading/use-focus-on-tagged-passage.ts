import { useEffect, useRef } from "react";

/**
 * After a passage was tagged without leaving the page, the keyboard's focus goes
 * to its marker in the text, where the address points: the form it was in is gone.
 */
export function useFocusOnTaggedPassage(passageIds: string) {
  const known = useRef(passageIds);
  useEffect(() => {
    if (known.current === passageIds) return;
    known.current = passageIds;
    const marker = document.getElementById(location.hash.slice(1));
    marker?.focus({ preventScroll: true });
  }, [passageIds]);
}
