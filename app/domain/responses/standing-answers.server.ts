export { selectStandingAnswers } from "./standing-answers.queries.server.ts";
