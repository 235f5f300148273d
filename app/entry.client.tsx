import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { holdEventsUntil } from "#app/enhance/hold-events.ts";

declare global {
  interface Window {
    /** Remix makes it once it has read the page's data. */
    __remixRouter?: unknown;
  }
}

holdEventsUntil(() => window.__remixRouter !== undefined);
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
