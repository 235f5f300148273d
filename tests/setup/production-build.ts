import { buildWhenStale } from "../../bin/steps/build.mjs";

/** A server under test serves the production build of the sources as they are. */
export default async function setup() {
  await buildWhenStale(() => undefined);
}
