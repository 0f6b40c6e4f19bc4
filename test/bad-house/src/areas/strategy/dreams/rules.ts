// Sin: unknown-topic. The plan has no such topic.
export const dream = 'dream'
