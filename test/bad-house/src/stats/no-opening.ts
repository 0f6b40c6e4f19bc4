export const silent = 1
// Sin: no-opening
