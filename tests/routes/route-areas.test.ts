import { readFileSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import {
  cutToRoutes,
  findRoutesOf,
} from "#app/http/gate/route-areas.server.ts";

type RouteObject = Parameters<typeof matchRoutes>[0][number];
type Routes = ServerBuild["routes"];
type Route = NonNullable<Routes[string]>;

/** The build's routes without what they do, from the list that tests/route-map.test.ts keeps. */
function readBuild(): ServerBuild {
  const routes: Routes = {};
  const parents: string[] = ["root"];
  routes.root = { id: "root", path: "", module: { default: undefined } };
  for (const line of readFileSync("tests/route-map.txt", "utf8").split("\n")) {
    const parts = /^( *)(\S+) {2}(\S+)$/.exec(line);
    const [, indent = "", path = "", id = ""] = parts ?? [];
    if (!parts || id === "root.tsx") continue;
    const depth = indent.length / 2;
    const parentId = parents[depth - 1] ?? "root";
    parents[depth] = id;
    routes[id] = {
      id,
      parentId,
      module: { default: undefined },
      ...(!path.startsWith("(") && { path }),
      ...(path === "(index)" && { index: true }),
    };
  }
  const assets: ServerBuild["assets"] = {
    routes: {},
    entry: { imports: [], module: "" },
    url: "",
    version: "",
  };
  const build: Pick<ServerBuild, "routes" | "assets"> = { routes, assets };
  return build as ServerBuild;
}

const allRoutes = (build: ServerBuild): Route[] =>
  Object.values(build.routes).filter((route) => route !== undefined);

function nest(build: ServerBuild, parentId?: string): RouteObject[] {
  return allRoutes(build)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path = "", index }): RouteObject =>
      index ? { id, index, path } : { id, path, children: nest(build, id) },
    );
}

/** An address of a route. */
function addressOf(build: ServerBuild, route: Route): string {
  const parent = build.routes[route.parentId ?? ""];
  const before = parent ? addressOf(build, parent) : "";
  const own = (route.path ?? "").replaceAll(/:\w+/g, "x").replace("*", "y/z");
  return own === "" ? before : `${before}/${own}`;
}

const addressesOf = (build: ServerBuild) =>
  allRoutes(build).map((route) => addressOf(build, route));

const matchIn = (routes: RouteObject[], path: string) =>
  matchRoutes(routes, path)?.map(({ route, params }) => ({
    id: route.id,
    params,
  }));

/** An address, and others that Remix takes for the same or for one beside it. */
const waysToWrite = (path: string) => [
  path,
  path.toUpperCase(),
  `${path}/`,
  `${path}/no/such/page`,
  `/${path}`,
  path.replace("e", "%65"),
  path.replace(/x$/, "check"),
  path.replace("/x/", "/queue/"),
];

test("an address matches in its part of the build what it matches in the whole", () => {
  const build = readBuild();
  const routesOf = findRoutesOf(build);
  const routeCount = Object.keys(build.routes).length;
  const whole = nest(build);
  const written = addressesOf(build).flatMap(waysToWrite);
  let plainCount = 0;
  for (const path of written) {
    const ids = routesOf(path);
    if (!ids) continue;
    const area = cutToRoutes(build, ids);
    expect(Object.keys(area.routes).length).toBeLessThan(routeCount / 4);
    expect({ path, matched: matchIn(nest(area), path) }).toEqual({
      path,
      matched: matchIn(whole, path),
    });
    plainCount += 1;
  }
  expect(plainCount).toBeGreaterThan(written.length / 2);
});

test("a route with an optional part, or a name within a word, is in each part that it may match", () => {
  const build = readBuild();
  const root = build.routes.root;
  if (!root) throw new Error("The build has no root");
  const odd = { ...root, parentId: "root" };
  build.routes.guide = { ...odd, id: "guide", path: ":language?/guide" };
  build.routes.book = { ...odd, id: "book", path: "books/:name.pdf" };
  const routesOf = findRoutesOf(build);
  for (const path of ["/guide", "/cy/guide", "/books/a.pdf", "/books/a.txt"]) {
    const area = cutToRoutes(build, routesOf(path) ?? []);
    expect({ path, matched: matchIn(nest(area), path) }).toEqual({
      path,
      matched: matchIn(nest(build), path),
    });
  }
});

test("an address that is not written as ours are is left to the whole build", () => {
  const routesOf = findRoutesOf(readBuild());
  for (const path of [
    "//respond/x",
    "/respond//x",
    "/respond/../review",
    "/respond/./x",
    "/respond/%2e%2e/x",
    "/respond/x.data",
    "/respond/é",
    "*",
  ])
    expect({ path, ids: routesOf(path) }).toEqual({ path, ids: undefined });
});

test("however many addresses are asked for, the parts are no more than a few for each route", () => {
  const build = readBuild();
  const routesOf = findRoutesOf(build);
  const words = addressesOf(build).flatMap((path) => path.split("/"));
  const areas = new Set<string | undefined>();
  for (let count = 0; count < 20_000; count += 1) {
    const depth = count % 6;
    const pick = (at: number) => words[(count * 7 + at * 31) % words.length];
    const path = Array.from({ length: depth }, (_, at) => pick(at) || "x");
    areas.add(routesOf(`/${path.join("/")}`)?.join());
  }
  expect(areas.size).toBeLessThan(2 * Object.keys(build.routes).length);
});
