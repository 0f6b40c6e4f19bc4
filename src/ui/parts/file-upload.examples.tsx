// How file-upload is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { FileUpload } from './file-upload.tsx'

export const fileUploadExamples: PartExamples = {
  part: 'file-upload',
  title: { bg: 'Изпращане на файл', en: 'File upload' },
  says: { bg: 'Какво се приема и колко голямо: преди избора.', en: 'What is taken and how large: before the choice.' },
  examples: [{
    key: 'dataset',
    says: { bg: 'Файл с данни', en: 'A file of data' },
    draw: (language) => <FileUpload language={language} name="example-file" label={{ bg: 'Файл с данни', en: 'File of data' }[language]} kinds="TSV, CSV, JSON-stat, gzip" most="200 MB" />,
  }],
}
