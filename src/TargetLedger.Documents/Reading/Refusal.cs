using TargetLedger.Domain;

namespace TargetLedger.Documents.Reading;

/// <summary>Leaves a reader from wherever it stands; <see cref="DocumentReader"/> turns it into the answer.</summary>
internal sealed class RefusedException(Fault fault) : Exception(fault.En)
{
    public Fault Fault { get; } = fault;
}

/// <summary>Every reason not to read a file, with a stable code and the words for whoever sent it.</summary>
internal static class Refusal
{
    public static RefusedException Empty() => Because("file_empty", "文件是空的", "the file is empty");

    public static RefusedException TooLarge() => Because("file_too_large", "文件超过 20 MB", "the file is larger than 20 MB");

    public static RefusedException Unknown() => Because(
        "document_unknown",
        "不认识的文件格式;可以用 txt、docx、xlsx、html、pdf、doc、xls、wps、et",
        "the kind of this file is not known; txt, docx, xlsx, html, pdf, doc, xls, wps and et can be read");

    public static RefusedException Presentation() => Because(
        "document_presentation", "演示文稿不是方案文件,请改用文档或表格", "a presentation is not read; use a document or a spreadsheet");

    public static RefusedException Picture() => Because(
        "document_picture", "图片里没有文字;请用原来的电子文件,或先做文字识别并核对", "a picture holds no text; use the original file, or recognise and proofread the text first");

    public static RefusedException WebArchive() => Because(
        "document_web_archive", "单个文件网页(MHTML)读不了;请另存为 docx、xlsx 或 html", "a web page archive (MHTML) is not read; save it as docx, xlsx or html");

    public static RefusedException TooLong() => Because(
        "document_too_long",
        $"文字超过 {ReadingLimits.MaxCharacters:N0} 字,不像一份方案;请只留需要的部分",
        $"more than {ReadingLimits.MaxCharacters:N0} characters of text; keep only the part that is needed");

    public static RefusedException NotText() => Because(
        "text_unreadable",
        "文字编码无法辨认(试过 UTF-8、GB18030、Big5、UTF-16);请另存为 UTF-8",
        "the encoding of the text cannot be told (tried UTF-8, GB18030, Big5, UTF-16); save it as UTF-8");

    public static RefusedException ArchiveMalformed() => Because(
        "archive_malformed", "文件损坏:压缩包结构不完整或自相矛盾", "the file is damaged: its zip structure is incomplete or contradicts itself");

    public static RefusedException ArchiveBomb() => Because(
        "archive_bomb", "文件展开后大得不合情理,已拒绝", "the file unpacks to an unreasonable size and was refused");

    public static RefusedException ArchivePath() => Because(
        "archive_path", "压缩包内的路径指向包外,已拒绝", "a path in the archive points outside of it; refused");

    public static RefusedException Macros() => Because(
        "document_macros", "文件带有宏,已拒绝;请另存为不带宏的 docx 或 xlsx", "the file holds macros and was refused; save it without macros, as docx or xlsx");

    public static RefusedException Encrypted() => Because(
        "document_encrypted", "文件有打开密码;请先去掉密码", "the file is protected by a password; remove it first");

    public static RefusedException Dtd() => Because(
        "xml_dtd", "文件内的 XML 带有 DTD 或实体定义,已拒绝", "the XML inside holds a DTD or entity definitions and was refused");

    public static RefusedException XmlMalformed() => Because(
        "xml_malformed", "文件损坏:内部的 XML 无法读取", "the file is damaged: the XML inside cannot be read");

    public static RefusedException XmlHostile() => Because(
        "xml_hostile", "文件内的 XML 结构不合情理(过深、过长或名称过多),已拒绝", "the XML inside is unreasonably deep, long or full of names and was refused");

    public static RefusedException SheetTooLarge() => Because(
        "sheet_too_large",
        $"表格超过 {ReadingLimits.MaxRows:N0} 行或 {ReadingLimits.MaxCells:N0} 格,不像一份任务分解表;请只留需要的部分",
        $"more than {ReadingLimits.MaxRows:N0} rows or {ReadingLimits.MaxCells:N0} cells; keep only the part that is needed");

    public static RefusedException ListTooLong() => Because(
        "list_too_long",
        $"清单超过 {ReadingLimits.MaxListRows:N0} 行或 {ReadingLimits.MaxListCharacters:N0} 字;请按方案分别导出",
        $"the list has more than {ReadingLimits.MaxListRows:N0} rows or {ReadingLimits.MaxListCharacters:N0} characters; export it by plan");

    public static RefusedException PageTooLarge() => Because(
        "html_too_large", "网页过大或嵌套过深;请只复制正文", "the web page is too large or nested too deep; copy the body text only");

    public static RefusedException Scanned() => Because(
        "pdf_scanned",
        "这份 PDF 是扫描图像,没有文字;请用原来的电子文件,或先做文字识别并核对",
        "this PDF is a scanned picture without text; use the original file, or recognise and proofread the text first");

    public static RefusedException PdfMalformed() => Because("pdf_malformed", "文件损坏:PDF 无法读取", "the file is damaged: the PDF cannot be read");

    public static RefusedException PdfToTextMissing() => Because(
        "pdftotext_missing",
        "本机没有 pdftotext,无法读取 PDF;请管理员安装 poppler-utils,或改用 docx",
        "pdftotext is not on this machine, so PDF cannot be read; have poppler-utils installed, or use docx");

    public static RefusedException LibreOfficeMissing() => Because(
        "libreoffice_missing",
        "本机没有 LibreOffice,无法读取这种旧格式;请管理员安装,或另存为 docx、xlsx",
        "LibreOffice is not on this machine, so this older format cannot be read; have it installed, or save as docx or xlsx");

    public static RefusedException ConversionFailed() => Because(
        "conversion_failed", "无法转换这个文件:可能已损坏或有密码", "the file could not be converted: it may be damaged or protected by a password");

    public static RefusedException TookTooLong() => Because(
        "reading_timeout", "读取这个文件用时过长,已停止", "reading the file took too long and was stopped");

    public static RefusedException NoForm() => Because(
        "form_unknown",
        "不是填报表;请用导出的填报表(xlsx、csv、xls、et)填好交回",
        "this is no reporting form; fill in the form that was exported (xlsx, csv, xls, et) and send that back");

    public static RefusedException CsvMalformed(int row) => Because(
        "csv_malformed", $"第 {row} 行的引号不成对或内容过长,无法读取", $"row {row} has quotes that do not match, or is too long to be read");

    private static RefusedException Because(string code, string zh, string en) => new(new("", code, zh, en));
}
