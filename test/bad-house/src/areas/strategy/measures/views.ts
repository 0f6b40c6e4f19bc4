// Sin: unknown-name. Views are written views.tsx.
export const view = 'view'
