import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { z } from "zod";

// Zod would otherwise try `new Function`, which the content security policy refuses and reports.
z.config({ jitless: true });

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
