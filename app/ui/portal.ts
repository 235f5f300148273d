import { createContext, useContext } from "react";

/** A review's picture beside its name. */
export type Logo = {
  src: string;
  srcSet: string;
  width: number;
  height: number;
  alt: string;
  /** Of `alt`, where it is not the page's. */
  lang?: string | undefined;
  /** It is read on the colour behind the name, and not on white. */
  isLight: boolean;
};

/** Whose portal this is, and where to write for help. */
export type Portal = {
  reviewName: string;
  contactEmail: string;
  /** On which the name stands in white, such as "#0b3440"; undefined where it is the product's own. */
  accent: { tint: string; styleSheet: string } | undefined;
  logo?: Logo | undefined;
  /** The review's own pages that the public reads, by address and title; with the title's language, where it is not the page's. */
  ownPages: { to: string; label: string; lang?: string | undefined }[];
};

/**
 * They are settings and not data, so that a page has them where no loader ran:
 * an error page most of all.
 */
export const PortalContext = createContext<Portal>({
  reviewName: "Heard",
  contactEmail: "",
  accent: undefined,
  ownPages: [],
});

/** Known on the server only: a page that hydrates takes both from its loader. */
export function usePortal() {
  return useContext(PortalContext);
}
