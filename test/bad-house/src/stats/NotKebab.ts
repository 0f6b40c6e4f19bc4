// Sin: not-kebab. Some disks tell Case from case, some do not.
export const kebab = 1
