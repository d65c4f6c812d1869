//! What can go wrong while publishing, said in Chinese and English with advice.

use std::fmt;
use std::io;
use std::io::ErrorKind as Kind;
use std::path::{Path, PathBuf};

use crate::text::system_words;

/// What was being done to the path when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Making the output folder or the state folder in it.
    Prepare,
    /// Taking the lock that keeps a second process out.
    Lock,
    /// Finishing or undoing what a killed run left behind.
    Recover,
    /// Looking at the site that is published now.
    Inspect,
    /// Writing the new site next to the published one.
    Stage,
    /// Carrying an unchanged file over into the new site.
    Link,
    /// Flushing the new site to the disk.
    Sync,
    /// Recording which sites are about to be exchanged.
    Journal,
    /// Putting the new site in the place of the old one.
    Exchange,
    /// Finishing up after the exchange: the new sites are published, an old one may remain on disk.
    Settle,
}

/// Why it failed.
#[derive(Debug)]
pub enum Cause {
    /// The operating system refused.
    Io(io::Error),
    /// Another process is publishing to the same output folder.
    LockHeld,
    /// Something that must be a real folder is a file or a link.
    NotAFolder,
    /// Something that must be a plain file is a folder, a link or a pipe.
    NotAFile,
    /// A folder that is to be published over has files but no manifest of ours.
    NotOurs,
    /// A published file was altered by someone else while this build ran.
    Disturbed,
    /// Two pages of one site were put at the same path.
    PutTwice,
    /// The path cannot name a file of a site.
    BadPath,
    /// An earlier `put` into the same site failed, so it is not whole.
    Incomplete,
}

/// A failure to publish: what was done, to which path, and why it failed.
///
/// Unless the operation is [`Operation::Settle`], the sites published before are untouched.
#[derive(Debug)]
pub struct PublishError {
    operation: Operation,
    path: PathBuf,
    cause: Cause,
}

impl PublishError {
    pub(super) fn new(operation: Operation, path: &Path, cause: Cause) -> Self {
        let path = path.to_path_buf();
        Self { operation, path, cause }
    }

    /// What was being done.
    #[must_use]
    pub fn operation(&self) -> Operation {
        self.operation
    }

    /// The file or folder it was done to.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why it failed.
    #[must_use]
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The whole message with advice, in Chinese and in English.
    #[must_use]
    pub fn message(&self) -> (String, String) {
        let path = self.path.display();
        let (doing_zh, doing) = self.operation.words();
        let (why_zh, why) = self.cause.words();
        let (system_zh, system) = match &self.cause {
            Cause::Io(error) => (format!("（系统信息：{error}）"), format!(" (system: {error})")),
            _ => (String::new(), String::new()),
        };
        let zh = format!("{doing_zh}失败：{path}：{why_zh}{system_zh}");
        let en = format!("cannot {doing}: {path}: {why}{system}");
        (zh, en)
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().1)
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(error) => Some(error),
            _ => None,
        }
    }
}

/// A phrase in Chinese and in English.
type Phrase = (&'static str, &'static str);

impl Operation {
    fn words(self) -> Phrase {
        match self {
            Self::Prepare => ("建立输出目录", "prepare the output folder"),
            Self::Lock => ("锁定输出目录", "lock the output folder"),
            Self::Recover => ("收拾上次中断的发布", "recover the interrupted run"),
            Self::Inspect => ("读取已发布的网站", "read the published site"),
            Self::Stage => ("写入新网站", "write the new site"),
            Self::Link => ("沿用未变的文件", "carry an unchanged file over"),
            Self::Sync => ("把新网站写到磁盘", "flush the new site to the disk"),
            Self::Journal => ("写发布日志", "write the journal"),
            Self::Exchange => ("用新网站替换旧网站", "exchange the old site for the new one"),
            Self::Settle => ("收尾（新网站已经发布）", "finish up (the new site is already published)"),
        }
    }
}

impl Cause {
    fn words(&self) -> Phrase {
        match self {
            Self::Io(error) => io_words(error.kind()),
            Self::LockHeld => (
                "另一个进程正在向这个目录发布；等它结束后重试",
                "another process is publishing here; try again when it has finished",
            ),
            Self::NotAFolder => (
                "这里应当是目录，却是文件或链接；请移走它，或换一个输出目录",
                "this must be a folder but is a file or a link; move it away or choose another output folder",
            ),
            Self::NotAFile => (
                "这里应当是普通文件，却是文件夹、链接或者管道；请移走它",
                "this must be a plain file but is a folder, a link or a pipe; move it away",
            ),
            Self::NotOurs => (
                "文件夹里有文件，却没有本程序的 manifest.sha256，不是本程序发布的网站，未改动；请把它移到别处或者改名，再重新发布，或者换一个输出目录",
                "the folder has files but no manifest.sha256 of ours, so it was not published by this program and was left alone; move or rename it and publish again, or choose another output folder",
            ),
            Self::Disturbed => (
                "发布期间有别的程序改动了这个文件；请重新发布，并不要手工修改输出目录",
                "another program altered this file meanwhile; publish again, and do not edit the output by hand",
            ),
            Self::PutTwice => ("同一路径写了两次", "the same path was written twice"),
            Self::BadPath => ("不能用作网站内的路径", "not a usable path inside a site"),
            Self::Incomplete => (
                "有文件没有写成，网站不完整，未发布",
                "a file could not be written, so the site is incomplete and was not published",
            ),
        }
    }
}

/// What the system refused, with advice for an output folder where there is any.
fn io_words(kind: Kind) -> Phrase {
    match kind {
        Kind::StorageFull | Kind::QuotaExceeded => (
            "磁盘空间或配额已满；新旧网站在替换时并存，请腾出空间后重试",
            "the disk or the quota is full; old and new site exist side by side for a while, so free some space and try again",
        ),
        Kind::FileTooLarge => (
            "文件超过了文件系统或进程允许的大小（ulimit -f）",
            "the file is larger than the file system or the process limit allows (ulimit -f)",
        ),
        Kind::PermissionDenied => (
            "没有权限；请检查目录的所有者和写权限，并用同一个用户发布",
            "permission denied; check the folder's owner and mode, and always publish as the same user",
        ),
        Kind::ReadOnlyFilesystem => (
            "文件系统是只读的；请换一个输出目录或重新挂载",
            "the file system is read-only; choose another output folder or remount it",
        ),
        Kind::NotADirectory | Kind::AlreadyExists => (
            "路径中有一段是文件而不是目录；请移走它，或换一个输出目录",
            "a part of this path is a file, not a folder; move it away or choose another output folder",
        ),
        Kind::CrossesDevices | Kind::ResourceBusy => (
            "无法整体替换：它是挂载点，或在另一个文件系统上；请改为挂载它的上级目录",
            "it cannot be exchanged as a whole: it is a mount point or on another file system; mount its parent folder instead",
        ),
        Kind::InvalidFilename => (
            "文件名太长（多数文件系统限 255 字节，一个汉字占 3 字节）",
            "the name is too long (most file systems allow 255 bytes; a Chinese character takes 3)",
        ),
        _ => system_words(kind),
    }
}

/// Turns an `io::Result` into ours by naming the operation and the path.
pub(super) trait During<T> {
    fn during(self, operation: Operation, path: &Path) -> Result<T, PublishError>;
}

impl<T> During<T> for io::Result<T> {
    fn during(self, operation: Operation, path: &Path) -> Result<T, PublishError> {
        self.map_err(|error| PublishError::new(operation, path, Cause::Io(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    #[test]
    fn a_full_disk_is_explained_in_both_languages() {
        let full = io::Error::from(Kind::StorageFull);
        let error = PublishError::new(Operation::Stage, Path::new("a.html"), Cause::Io(full));
        let (zh, en) = error.message();
        assert!(zh.contains("a.html") && zh.contains("腾出空间"), "{zh}");
        assert!(en.contains("a.html") && en.contains("free some space"), "{en}");
        assert_eq!(error.to_string(), en);
        assert!(error.source().is_some());
    }
}
