// Sin: topic-circle@src/areas/strategy/findings. No circle of files, yet each topic needs the other.
import { objective } from '#areas/strategy/objectives/rules.ts'
export const named = objective
