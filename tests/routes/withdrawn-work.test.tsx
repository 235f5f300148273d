import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WithdrawnWork } from "#app/ui/reading/withdrawn-work.tsx";

const work = { reference: "H-AAAA-AAAA", view: "", responseTags: [] };

test("passages that are closed with what a response says are not said to be none", () => {
  const render = (reopenHref?: string) =>
    renderToStaticMarkup(
      <WithdrawnWork {...work} passages={[]} reopenHref={reopenHref} />,
    );
  const none = "No passage is tagged yet";
  expect(render("/review/responses/H-AAAA-AAAA/withdrawn")).not.toContain(none);
  expect(render()).toContain(none);
});
