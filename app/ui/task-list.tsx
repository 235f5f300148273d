import { Way } from "./carried-ways.tsx";
import { Said } from "./language.tsx";

type Task = {
  id: string;
  title: string;
  to: string;
  status: "not-started" | "in-progress" | "completed" | "problem";
  statusLabel: string;
};

/** What is done is plain: a colour says that something is to be done. */
const colours = {
  "not-started": "blue",
  "in-progress": "light-blue",
  problem: "red",
} as const;

/** Sections to be answered in any order. Each row is a link as a whole. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ id, title, to, status, statusLabel }) => (
        <li
          className="govuk-task-list__item govuk-task-list__item--with-link"
          key={id}
        >
          <div className="govuk-task-list__name-and-hint">
            <Way
              className="govuk-link govuk-task-list__link"
              to={to}
              describedBy={`${id}-status`}
            >
              <Said text={title} />
            </Way>
          </div>
          <div className="govuk-task-list__status" id={`${id}-status`}>
            {status === "completed" ? (
              statusLabel
            ) : (
              <strong className={`govuk-tag govuk-tag--${colours[status]}`}>
                {statusLabel}
              </strong>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
