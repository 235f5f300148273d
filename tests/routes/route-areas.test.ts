import { readFileSync } from "node:fs";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import {
  cutToSegment,
  firstSegments,
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

const routesOf = (build: ServerBuild): Route[] =>
  Object.values(build.routes).filter((route) => route !== undefined);

function nest(build: ServerBuild, parentId?: string): RouteObject[] {
  return routesOf(build)
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

const idsOf = (build: ServerBuild, path: string) =>
  matchRoutes(nest(build), path)?.map(({ route }) => route.id);

test("an address matches in its part of the build what it matches in the whole", () => {
  const build = readBuild();
  const segments = firstSegments(build);
  expect(segments.toSorted()).toEqual([
    "accessibility",
    "calls",
    "healthcheck",
    "privacy",
    "respond",
    "review",
  ]);
  const paths = routesOf(build).map((route) => addressOf(build, route));
  let matchedCount = 0;
  for (const segment of segments) {
    const area = cutToSegment(build, segment);
    expect(Object.keys(area.routes).length).toBeLessThan(
      Object.keys(build.routes).length,
    );
    const own = paths.filter((path) => path.split("/")[1] === segment);
    for (const path of [...own, `/${segment}`, `/${segment}/no/such/page`]) {
      expect({ path, ids: idsOf(area, path) }).toEqual({
        path,
        ids: idsOf(build, path),
      });
      matchedCount += 1;
    }
  }
  expect(matchedCount).toBeGreaterThan(30);
});
