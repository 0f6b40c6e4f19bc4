// Sin: vague-verb. What happens to the document?
export const updateDocument = (): string => 'updated'
