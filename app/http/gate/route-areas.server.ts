import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** An address that is written as our own are: no two slashes, no `..`, no encoded letter, and no page's data. */
const plainAddress = /^(\/|(\/[\w~-][\w.~-]*)+)$/;

/**
 * Of a build's routes, those that an address may match: each whose words are the
 * address's own. More than that is for Remix to say.
 *
 * @returns what finds their ids; undefined where an address is not written plainly.
 */
export function findRoutesOf(
  build: ServerBuild,
): (path: string) => string[] | undefined {
  const patterns = Object.keys(build.routes).map((id) => ({
    id,
    segments: segmentsOf(wholePath(build.routes, id)),
  }));
  return (path) => {
    if (!plainAddress.test(path) || path.endsWith(".data")) return undefined;
    const asked = segmentsOf(path);
    return patterns
      .filter(({ segments }) => mayMatch(segments, asked))
      .map(({ id }) => id);
  };
}

/** As Remix does, whether letters are small or not. What is more than a word or one parameter may be anything. */
function mayMatch(segments: string[], asked: string[]): boolean {
  if (segments.some((segment) => segment.endsWith("?"))) return true;
  const splat = segments.indexOf("*");
  const isLongEnough =
    splat === -1 ? asked.length === segments.length : asked.length >= splat;
  return (
    isLongEnough &&
    segments
      .slice(0, splat === -1 ? undefined : splat)
      .every((segment, at) => segment.includes(":") || segment === asked[at])
  );
}

const segmentsOf = (path: string) =>
  path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");

/**
 * A build with only these routes and the layouts that they stand in: Remix
 * flattens and ranks all routes of a build several times for each document.
 */
export function cutToRoutes(build: ServerBuild, ids: string[]): ServerBuild {
  const kept = new Set<string>();
  for (const id of ids) keep(build.routes, id, kept);
  const cut = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  const assets = { ...build.assets, routes: cut(build.assets.routes) };
  return { ...build, routes: cut(build.routes), assets };
}

function keep(routes: Routes, id: string, kept: Set<string>) {
  kept.add(id);
  const parentId = routes[id]?.parentId;
  if (parentId !== undefined) keep(routes, parentId, kept);
}

function wholePath(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route) return "";
  const parent = route.parentId ? wholePath(routes, route.parentId) : "";
  return [parent, route.path ?? ""].filter((part) => part !== "").join("/");
}
