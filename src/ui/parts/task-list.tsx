// Things to do, each with how it stands: what one would tick off on paper.
import type { Child } from 'hono/jsx'

export type Task = { readonly name: string; readonly href?: string | undefined; readonly says?: string | undefined; readonly state: Child }

export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="p-tasks">
    {tasks.map((task) => (
      <li>
        <div>
          {task.href === undefined ? <span>{task.name}</span> : <a class="ds-link" href={task.href}>{task.name}</a>}
          {task.says === undefined ? null : <p class="p-note">{task.says}</p>}
        </div>
        <div>{task.state}</div>
      </li>
    ))}
  </ul>
)
