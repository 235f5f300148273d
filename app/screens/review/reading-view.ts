import { readMarkedTerms } from "#app/domain/triage/queue-query-parts.ts";
import { responseAddress } from "#app/addresses.ts";

/** How a response's page was come to: what it goes back to and what it shows beside the response itself. */
export type ReadingView = {
  /** What was searched for. */
  q: string;
  /** The queue's own address, its filters and page included. */
  from: string;
  /** The public id of a file whose text is shown whole. */
  file: string;
};

/** A search of two thousand letters, written for an address; what is longer came from no page of ours. */
const maxViewCharacters = 12_000;

/** Reads the page's view from its address, or from the `view` of a form that leads back to it. */
export function readReadingView(
  given: URLSearchParams | FormDataEntryValue | null,
): ReadingView {
  const parameters =
    given instanceof URLSearchParams
      ? given
      : new URLSearchParams(typeof given === "string" ? given : "");
  // Cut, it would be another list.
  const read = (name: keyof ReadingView) => {
    const value = parameters.get(name) ?? "";
    return value.length > maxViewCharacters ? "" : value;
  };
  return { q: read("q"), from: read("from"), file: read("file") };
}

/** The words that were searched for before the page was opened: here, or in the queue it was opened from. A search that asks for no words marks none. */
export function searchedFor(view: ReadingView): string {
  if (view.q !== "") return view.q;
  const [, queueQuery = ""] = view.from.split("?");
  const q = new URLSearchParams(queueQuery).get("q") ?? "";
  return readMarkedTerms(q).length > 0 ? q : "";
}

/** The view as a form carries it. */
export function writeReadingView(view: ReadingView): string {
  return parametersOf(view).toString();
}

function parametersOf(view: ReadingView): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of ["q", "from", "file"] as const) {
    if (view[name]) parameters.set(name, view[name]);
  }
  return parameters;
}

/** The address of a response's page in a view, at one of its places. */
export function responseHref(
  reference: string,
  view: ReadingView,
  anchor?: string,
): string {
  return responseAddress(reference, parametersOf(view), anchor);
}
