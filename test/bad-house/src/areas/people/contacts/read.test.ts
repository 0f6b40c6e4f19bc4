// Sin: upward-arrow. Even a test looks only below its own floor.
import { findName } from '#areas/evidence/datasets/read.ts'
findName()
