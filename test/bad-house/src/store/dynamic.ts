// Sin: unresolved. A name made at run time cannot be followed.
export const load = (name: string) => import(`./${name}.ts`)
