// Sin: todo-without-issue. Nobody will find it again.
// TODO: think
export const later = 1
