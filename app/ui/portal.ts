import { createContext, useContext } from "react";

/** Whose portal this is, and where to write for help. */
export type Portal = { reviewName: string; contactEmail: string };

/**
 * They are settings and not data, so that a page has them where no loader ran:
 * an error page most of all.
 */
export const PortalContext = createContext<Portal>({
  reviewName: "Heard",
  contactEmail: "",
});

/** Known on the server only: a page that hydrates takes both from its loader. */
export function usePortal() {
  return useContext(PortalContext);
}
