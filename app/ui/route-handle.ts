import type { SpeaksBy } from "./language.tsx";

/** What a route says of itself to the document it stands in. */
export type RouteHandle = {
  /** Only the review side's working pages hydrate. */
  hydrates?: boolean;
  /** Whether the public side's small script has something to do here. */
  enhances?: boolean;
  /** Whether it offers passkeys, by a small script of its own. */
  passkeys?: boolean;
  /** Whether its form keeps what is typed, by a script that is several times larger. */
  asks?: boolean;
  /** Which form's button shows the page in another language without losing what is typed. */
  speaksBy?: SpeaksBy | undefined;
  /** Whether what its form is answered with is not shown again: no way to another language may lead past it. */
  showsOnce?: boolean;
  /** Whether its search is completed while it is typed. */
  searches?: boolean;
  /** Whether things are put in order on it. */
  orders?: boolean;
};
