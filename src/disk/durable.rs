//! Files and folders of a site, made so that a web server may read them and flushed so that they
//! outlast a crash.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Makes a folder that a web server may look into, whatever the umask.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    set_mode(path, 0o755)
}

/// Writes a new file that a web server may read, and flushes it if `flush` says so.
pub fn write_file(path: &Path, bytes: &[u8], flush: bool) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    set_mode(path, 0o644)?;
    if flush { file.sync_all() } else { Ok(()) }
}

fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}

/// Flushes which names a folder holds.
pub fn flush_folder(path: &Path) -> io::Result<()> {
    // Other systems do not open folders, and keep renames in order by themselves.
    if cfg!(unix) {
        File::open(path)?.sync_all()
    } else {
        Ok(())
    }
}

/// Flushes all of the file system that holds the folder `path`.
pub fn flush_file_system(path: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        Ok(rustix::fs::syncfs(File::open(path)?)?)
    }
    #[cfg(not(target_os = "linux"))]
    {
        flush_folder(path)
    }
}
