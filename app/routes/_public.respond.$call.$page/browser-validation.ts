import { z } from "zod";

// Zod would otherwise try `new Function`, which the content security policy refuses and reports.
z.config({ jitless: true });

export { parsePageAnswers, readTypedAnswers } from "./page-form.ts";
