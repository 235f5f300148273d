import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** The first words of the addresses that a build has: `respond` of `/respond/:call/check`. */
export function firstSegments(build: ServerBuild): string[] {
  const found = Object.keys(build.routes).map((id) =>
    firstSegment(build.routes, id),
  );
  return [...new Set(found)].filter((segment) => /^[a-z-]+$/.test(segment));
}

/**
 * A build with only the routes that an address which begins so can match: Remix
 * flattens and ranks all routes of a build several times for each document. What
 * any address can match is in each, and so are the layouts that pages stand in.
 */
export function cutToSegment(build: ServerBuild, segment: string): ServerBuild {
  const kept = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    const first = firstSegment(build.routes, id);
    if (first === segment || /[*:?]/.test(first)) keep(build.routes, id, kept);
  }
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

function firstSegment(routes: Routes, id: string): string {
  const [first = ""] = wholePath(routes, id).split("/");
  return first;
}

function wholePath(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route) return "";
  const parent = route.parentId ? wholePath(routes, route.parentId) : "";
  return [parent, route.path ?? ""].filter((part) => part !== "").join("/");
}
