import { createContext, useContext, useState } from "react";
import type { FinderTag } from "./tag-choice.tsx";

/** Of a codebook that is too large to be sent with each response. */
export type MoreTags = {
  total: number;
  /** Where all names are, as `[id, name, depth]`. */
  namesHref: string;
  /** A page with all of them, for whoever has no script. */
  pageHref: string;
};

export const MoreTagsContext = createContext<MoreTags | undefined>(undefined);

const asked = new Map<string, Promise<FinderTag[]>>();

/** The tags that did not come with the page; asked for once, when somebody begins to look for one. */
export function useMoreTags() {
  const more = useContext(MoreTagsContext);
  const [tags, setTags] = useState<FinderTag[]>([]);
  const ask = () => {
    if (!more || tags.length > 0) return;
    const { namesHref } = more;
    const names = asked.get(namesHref) ?? fetchNames(namesHref);
    asked.set(namesHref, names);
    // The page that has all of them is linked beside the field.
    names.then(setTags).catch(() => asked.delete(namesHref));
  };
  return { more, tags, ask };
}

async function fetchNames(address: string): Promise<FinderTag[]> {
  const reply = await fetch(address, { redirect: "error" });
  if (!reply.ok) throw new Error(`The names of tags: ${reply.status}`);
  const names = (await reply.json()) as [number, string, number][];
  return names.map(([tagId, name, depth]) => ({ tagId, name, depth }));
}
