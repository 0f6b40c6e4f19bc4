// Sin: wrong-package. The kernel uses no package, and no module of Node.
import { join } from 'node:path'
export const place = join('a', 'b')
