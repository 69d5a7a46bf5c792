export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
