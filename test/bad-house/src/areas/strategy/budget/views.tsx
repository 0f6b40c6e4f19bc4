// Sin: wrong-package. SQL belongs to tables, read and write.
import { sql } from 'kysely'
export const Line = () => <p>{String(sql)}</p>
