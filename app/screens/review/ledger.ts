import { queueAddress } from "#app/addresses.ts";
import {
  type CallLedger,
  type Ledger,
  ledgerPlaces,
  noCounts,
  sumOf,
} from "#app/domain/ledger/ledger.ts";
import { weekOf } from "#app/domain/text/weeks.ts";
import { ledgerAddress, volumePictureAddress } from "#app/ledger-addresses.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import { inNumbers, plural } from "./counted.ts";
import { layFlow } from "./ledger-flow.ts";
import { describePlace } from "./ledger-places.ts";

type ShownCall = {
  id: number;
  slug: string;
  title: string;
  /** ISO-8601 UTC. */
  closesAt: string | null;
};

type Asked = {
  ledger: Ledger;
  calls: ShownCall[];
  callSlug: string | undefined;
  mayDecideHeldBack: boolean;
};

const channelLabels: Record<string, string> = {
  web: "The form",
  import: "An import",
  letter: "Letter",
  email: "E-mail",
  phone: "Phone",
  meeting: "Meeting",
};

/** The ledger of one call or of all, as it is shown. */
export function describeLedger(asked: Asked) {
  const { ledger, calls, callSlug } = asked;
  const one = calls.find(({ slug }) => slug === callSlug);
  const added = addUp(
    ledger.calls.filter(({ callId }) => !one || callId === one.id),
  );
  const sum = sumOf(added.places);
  const places = ledgerPlaces.map((key) => ({
    ...describePlace(key, asked),
    ...{ key, count: added.places[key] },
    countText: inNumbers(added.places[key]),
  }));
  return {
    heading: one ? `The ledger: ${one.title}` : "The ledger",
    countedAt: formatMoment(ledger.countedAt.toISOString()),
    calls: linkCalls(calls, one),
    unread: added.places.unread,
    unreadText: describeUnread(added.places.unread, sum),
    sumText: inNumbers(sum),
    places,
    flow: layFlow(places),
    further: describeFurther(added.furtherOfPerson, one),
    notes: describeNotes(added.decidedUnopened, ledger.disagreeing.length),
    isDisagreeing: ledger.disagreeing.length > 0,
    channels: describeChannels(added.channels, one),
    picture: volumePictureAddress(one?.slug),
    weeks: byWeek(added.days),
  };
}

function linkCalls(calls: ShownCall[], one: ShownCall | undefined) {
  return [
    { label: "All calls", href: ledgerAddress(), isCurrent: !one },
    ...calls.map(({ slug, title }) => ({
      label: title,
      href: ledgerAddress(slug),
      isCurrent: slug === one?.slug,
    })),
  ];
}

function describeChannels(
  channels: Map<string, number>,
  one: ShownCall | undefined,
) {
  return [...channels].map(([channel, count]) => {
    const search = `channel:${channel}`;
    const q = one ? `${search} call:${one.slug}` : search;
    return {
      key: channel,
      label: channelLabels[channel] ?? channel,
      countText: inNumbers(count),
      href: queueAddress(new URLSearchParams({ q })),
    };
  });
}

function describeUnread(unread: number, sum: number): string {
  if (sum === 0) return "Nothing has come in yet.";
  return unread === 0
    ? "Unread: 0. Somebody of the team has opened every response that is to be read."
    : `Unread: ${inNumbers(unread)}. Nobody of the team has opened ${unread === 1 ? "it" : "them"} yet.`;
}

/** Undefined where everybody answered once. */
function describeFurther(count: number, one: ShownCall | undefined) {
  if (count === 0) return undefined;
  const q = one ? `has:earlier call:${one.slug}` : "has:earlier";
  return {
    link: plural(count, "response is", "responses are"),
    rest: `${count === 1 ? "a further one" : "further ones"} by somebody who had answered the same call before, told by the email address they gave. Each is counted above, where it stands.`,
    href: queueAddress(new URLSearchParams({ q })),
  };
}

function describeNotes(decidedUnopened: number, disagreeing: number) {
  return [
    ...(decidedUnopened === 0
      ? []
      : [
          `${plural(decidedUnopened, "response was", "responses were")} decided from a list, without being opened.`,
        ]),
    disagreeing === 0
      ? "The record of events, gone through from the first to the last, leaves every response where it stands here."
      : `The record of events tells otherwise of ${plural(disagreeing, "response", "responses")}: ask whoever runs the server to run audit:verify.`,
  ];
}

/** The ledgers of several calls as one. */
export function addUp(ledgers: CallLedger[]): Omit<CallLedger, "callId"> {
  const sum = {
    places: noCounts(),
    channels: new Map<string, number>(),
    days: new Map<string, number>(),
    ...{ decidedUnopened: 0, furtherOfPerson: 0 },
  };
  for (const ledger of ledgers) {
    const { places, channels, days } = ledger;
    for (const place of ledgerPlaces) sum.places[place] += places[place];
    addTo(sum.channels, channels);
    addTo(sum.days, days);
    sum.decidedUnopened += ledger.decidedUnopened;
    sum.furtherOfPerson += ledger.furtherOfPerson;
  }
  return sum;
}

function addTo(sums: Map<string, number>, counts: Map<string, number>) {
  for (const [key, count] of counts)
    sums.set(key, (sums.get(key) ?? 0) + count);
}

function byWeek(days: Map<string, number>) {
  const weeks = new Map<string, number>();
  for (const [day, count] of days)
    weeks.set(weekOf(day), (weeks.get(weekOf(day)) ?? 0) + count);
  return [...weeks]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([week, count]) => ({
      key: week,
      label: formatShortDate(week),
      countText: inNumbers(count),
    }));
}
