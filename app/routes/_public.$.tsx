import { data } from "@remix-run/node";

/** Whatever has no page of its own: a 404 between the masthead and the footer. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function NothingHere() {
  return null;
}
