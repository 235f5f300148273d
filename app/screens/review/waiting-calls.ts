import { editorAddress } from "#app/authoring-addresses.ts";
import { afterwardsAddress, openingAddress } from "#app/call-addresses.ts";
import type { WaitingForOne } from "#app/domain/calls/authoring/waiting.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

type Told = { words: string; href: string; link: string };
type Telling = (
  of: Pick<WaitingForOne, "slug" | "version"> & { title: string; who: string },
) => Told;

const changeOf = (slug: string) => editorAddress(slug, "publish");

const tellings: Record<WaitingForOne["kind"], Telling> = {
  "opening-asked": ({ slug, title, who }) => ({
    words: `“${title}” waits for your approval to open. ${who} asked`,
    ...{ href: openingAddress(slug), link: "Look at the call" },
  }),
  "opening-returned": ({ slug, title, who }) => ({
    words: `“${title}” was not approved to open. ${who} sent it back`,
    ...{ href: openingAddress(slug), link: "Read why" },
  }),
  "change-asked": ({ slug, title, who }) => ({
    words: `A change of “${title}” waits for your approval. ${who} asked`,
    ...{ href: changeOf(slug), link: "Look at what changes" },
  }),
  "change-returned": ({ slug, title, who }) => ({
    words: `Your change of “${title}” was refused. ${who} sent it back`,
    ...{ href: changeOf(slug), link: "Read why" },
  }),
  "change-fell": ({ slug, title }) => ({
    words: `Nobody looks at your change of “${title}”: it was changed again after you asked`,
    ...{ href: changeOf(slug), link: "Look at it and ask again" },
  }),
  "published-alone": ({ slug, title, who, version }) => ({
    words: `Version ${version} of “${title}” was published alone, and nobody else has looked. ${who} published it`,
    ...{ href: afterwardsAddress(slug), link: "Look at what it changed" },
  }),
};

/** What about calls waits for whoever reads, on the first page that they see. */
export function describeWaitingCalls(
  waiting: WaitingForOne[],
  {
    calls,
    staff,
  }: {
    calls: { id: number; title: string }[];
    /** Who is on the team now. */
    staff: { staffId: string; name: string }[];
  },
) {
  const titles = new Map(calls.map(({ id, title }) => [id, title]));
  const names = new Map(staff.map(({ staffId, name }) => [staffId, name]));
  return waiting.map(({ kind, callId, slug, version, at, byId }) => {
    const title = titles.get(callId) ?? slug;
    const who = names.get(byId) ?? "A colleague";
    const told = tellings[kind]({ slug, version, title, who });
    return { ...told, words: `${told.words} on ${formatMoment(at)}.` };
  });
}
