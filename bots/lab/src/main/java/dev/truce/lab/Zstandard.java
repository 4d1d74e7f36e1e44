package dev.truce.lab;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages of Parquet by Zstandard. Its library is inside of the jar and not that of the machine, and the level is fixed, so that equal
 * pages have equal bytes everywhere. Files without compression, which earlier editions have, are read and written too.
 */
final class Zstandard implements CompressionCodecFactory {
    /** Records and rows are hardly smaller beyond it, and take twice as long. */
    private static final int LEVEL = 6;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new PageCodec(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new PageCodec(codec);
    }

    @Override
    public void release() {
        // Nothing is kept between pages.
    }

    /** Compresses pages, or reads them. */
    private record PageCodec(CompressionCodecName codec) implements BytesInputCompressor, BytesInputDecompressor {
        PageCodec {
            if (codec != CompressionCodecName.ZSTD && codec != CompressionCodecName.UNCOMPRESSED) {
                throw new IllegalArgumentException("no file of a tournament is compressed by " + codec);
            }
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return codec == CompressionCodecName.ZSTD
                    ? BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL))
                    : bytes;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            if (codec != CompressionCodecName.ZSTD) {
                return bytes;
            }
            byte[] page = new byte[size];
            try {
                long length = Zstd.decompress(page, bytes.toByteArray());
                if (Zstd.isError(length) || length != size) {
                    throw new IOException("page-damaged");
                }
            } catch (ZstdException damaged) {
                throw new IOException("page-damaged", damaged);
            }
            return BytesInput.from(page);
        }

        @Override
        public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[compressed];
            input.get(bytes);
            output.put(decompress(BytesInput.from(bytes), size).toByteArray());
        }

        @Override
        public void release() {
            // Nothing is kept between pages.
        }
    }
}
